/** What is under the pointer in the drawing of a network. */

const reach = 7;

function distance(line, x, y) {
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  const along = Math.max(0, Math.min(1, ((x - line.x1) * dx + (y - line.y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - line.x1 - along * dx, y - line.y1 - along * dy);
}

/**
 * The unit at a point, else the closest line within reach.
 *
 * @return `{node, column, line0}` of a unit, `{node, link, line}` of a weight, or undefined
 */
export function nearest(columns, links, x, y) {
  for (const [column, circles] of columns.entries()) {
    const line0 = circles.findIndex((circle) => Math.hypot(circle.x - x, circle.y - y) < 9);
    if (line0 >= 0) return { node: circles[line0].node, column, line0 };
  }
  let best;
  let least = reach;
  links.forEach((lines, link) => {
    for (const line of lines) {
      if (x < line.x1 || x > line.x2) continue;
      const far = distance(line, x, y);
      if (far < least) {
        least = far;
        best = { node: line.node, link, line };
      }
    }
  });
  return best;
}
