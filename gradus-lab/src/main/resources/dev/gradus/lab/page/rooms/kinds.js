/**
 * Columns that are read as numbers but are none: truth values (1 and 0), dates (days since 1970) and times of day (the
 * part of the day that has passed). The form counts in these numbers; the server wants them as a table writes them.
 */

const day = 86_400_000;

const two = (number) => String(number).padStart(2, '0');

/** A date as a table writes it, by its days since 1970. */
export const dateText = (days) => new Date(Math.round(days) * day).toISOString().slice(0, 10);

/** The days since 1970 of such a text. */
export const dateNumber = (text) => Date.parse(`${text}T00:00:00Z`) / day;

/** A time of day, by the part of the day that has passed. */
export function timeText(part) {
  const seconds = Math.min(86_399, Math.round(part * 86_400));
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The part of the day that has passed at such a time; seconds may be left out. */
export function timeNumber(text) {
  const [hours, minutes, seconds = 0] = text.split(':').map(Number);
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

const cells = { boolean: (value) => value >= 0.5, date: dateText, time: timeText };

/** The cell of a column for a value of the form; null stays null. */
export const cell = (column, value) => (value === null ? null : (cells[column.kind] ?? ((same) => same))(value));

/** A row as the server wants it. */
export const rowOf = (columns, row) => Object.fromEntries(columns.map((column) => [column.name, cell(column, row[column.name])]));
