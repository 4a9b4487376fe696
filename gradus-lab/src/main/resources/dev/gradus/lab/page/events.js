/**
 * The server's events. EventSource cannot send the token's header, so the stream is read with fetch; when it ends it is
 * opened again, after a pause that grows to five seconds.
 */
import { ask } from './session.js';

const longestPause = 5000;

/** One event of the stream's text, or undefined where a block holds none (a heartbeat). */
function parse(block) {
  let name = 'message';
  const data = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) name = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length === 0 ? undefined : { name, data: JSON.parse(data.join('\n')) };
}

async function read(answer, emit) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value.replace(/\r\n/g, '\n')).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parse(block);
      if (event) emit(event.name, event.data);
    }
  }
}

/**
 * Listens for ever.
 *
 * @param emit takes the name and the data of each event
 * @param connection takes true when a stream stands, false when it ended
 */
export async function listen(emit, connection) {
  let pause = 250;
  for (;;) {
    try {
      const answer = await ask('GET', 'api/events');
      pause = 250;
      await connection(true);
      await read(answer, emit);
      connection(false);
    } catch (cause) {
      connection(false, cause);
      if (cause.status === 401) return;
    }
    await new Promise((resume) => setTimeout(resume, pause));
    pause = Math.min(longestPause, pause * 2);
  }
}
