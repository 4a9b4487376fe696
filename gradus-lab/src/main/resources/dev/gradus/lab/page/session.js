/** The token, and how the page asks the server. */

const key = 'gradus.token';
let token = '';

/** Takes the token from the link's fragment and clears it there. */
export function startSession() {
  const found = /^#token=(.+)$/.exec(location.hash);
  if (found) {
    token = found[1].replace(/%(22|3C|3E|60)/g, (sign) => decodeURIComponent(sign)); // these the browser has encoded
    history.replaceState(null, '', location.pathname);
    try {
      sessionStorage.setItem(key, token);
    } catch {
      // then a reload asks for the link again
    }
    return;
  }
  try {
    token = sessionStorage.getItem(key) ?? '';
  } catch {
    token = '';
  }
}

/** What the server answered instead of a result. */
export class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function refusal(answer) {
  try {
    const { error } = await answer.json();
    return new Refusal(answer.status, error.code, error.message);
  } catch {
    return new Refusal(answer.status, 'http', `HTTP ${answer.status}`);
  }
}

/** Asks; the answer is an ok response, or a Refusal is thrown. */
export async function ask(method, path, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      body,
      headers: { 'X-Gradus-Token': token, ...headers },
      cache: 'no-store',
      credentials: 'omit',
    });
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause;
    throw new Refusal(0, 'unreachable', '');
  }
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

export const get = async (path) => (await ask('GET', path)).json();

async function parsed(answer) {
  const text = await answer.text();
  return text === '' ? {} : JSON.parse(text);
}

export const post = async (path, value = {}) =>
  parsed(await ask('POST', path, JSON.stringify(value), { 'Content-Type': 'application/json' }));

/** Sends a file as it is, streamed by the browser. */
export const send = async (path, file, type, headers = {}) =>
  parsed(await ask('POST', path, file, { 'Content-Type': type, ...headers }));

/** The answer as a file. */
export const fetchBlob = async (path) => (await ask('GET', path)).blob();
