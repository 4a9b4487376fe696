/**
 * Elements, built without a line of markup: what a user typed, or a file says, is only ever text.
 */

const namespaces = {
  html: 'http://www.w3.org/1999/xhtml',
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

function assign(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'dataset') Object.assign(node.dataset, value);
  else if (name === 'value' || name === 'checked') node[name] = value;
  else node.setAttribute(name, value === true ? '' : String(value));
}

function build(namespace, tag, attributes, children) {
  const node = document.createElementNS(namespaces[namespace], tag);
  for (const child of children.flat()) {
    if (child !== undefined && child !== null && child !== false) node.append(child);
  }
  for (const [name, value] of Object.entries(attributes)) assign(node, name, value);
  return node;
}

/** An HTML element; `onclick` and the like take functions, `undefined` and `false` are left out. */
export const el = (tag, attributes = {}, ...children) => build('html', tag, attributes, children);

/** The same in SVG. */
export const svg = (tag, attributes = {}, ...children) => build('svg', tag, attributes, children);

/** The same in MathML. */
export const math = (tag, attributes = {}, ...children) => build('math', tag, attributes, children);

/** Replaces what is in a node; keeps the scroll position of the node. */
export function fill(node, ...children) {
  const { scrollTop, scrollLeft } = node;
  node.replaceChildren(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  node.scrollTop = scrollTop;
  node.scrollLeft = scrollLeft;
  return node;
}

/** Gives a file to the reader, under a name. */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** At most one call in each interval, the last one never lost. */
export function throttled(milliseconds, work) {
  let waiting = 0;
  let last = 0;
  let latest = [];
  return (...values) => {
    latest = values;
    if (waiting) return;
    const delay = Math.max(0, last + milliseconds - performance.now());
    waiting = setTimeout(() => {
      waiting = 0;
      last = performance.now();
      work(...latest);
    }, delay);
  };
}
