/** Starts the page: the token, the language, the theme, the four rooms, and the stream of events. */
import { el, fill } from './dom.js';
import { listen } from './events.js';
import { notice, reason } from './notice.js';
import { checkRoom } from './rooms/check.js';
import { learnRoom } from './rooms/learn.js';
import { stepRoom } from './rooms/step.js';
import { useRoom } from './rooms/use.js';
import { get, startSession } from './session.js';
import { begin, grow, on, put, store, withRatios } from './store.js';
import { currentLanguage, onLanguage, startTexts, switchLanguage, t, translate } from './text.js';
import { isDark, onTheme, startTheme, switchTheme } from './theme.js';

const names = ['learn', 'step', 'check', 'use'];
const makers = { learn: learnRoom, step: stepRoom, check: checkRoom, use: useRoom };
const rooms = {};
let present = 'learn';

const panel = (name) => document.getElementById(`panel-${name}`);
const tab = (name) => document.getElementById(`tab-${name}`);

function tabs() {
  const list = document.querySelector('.tabs');
  fill(
    list,
    names.map((name, index) =>
      el(
        'button',
        { type: 'button', role: 'tab', class: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, onclick: () => enter(name) },
        el('span', { class: 'tab-number', 'aria-hidden': 'true' }, String(index + 1)),
        el('span', { dataset: { t: `room.${name}` } }),
      ),
    ),
  );
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    enter(names[(names.indexOf(present) + step + names.length) % names.length]);
    tab(present).focus();
  });
}

/** Shows a room; its name stays in the address, so that a reload comes back to it. */
function enter(name) {
  present = name;
  history.replaceState(null, '', `#${name}`);
  for (const other of names) {
    const chosen = other === name;
    tab(other).setAttribute('aria-selected', String(chosen));
    tab(other).tabIndex = chosen ? 0 : -1;
    panel(other).hidden = !chosen;
  }
  document.title = `${t(`room.${name}`)} · Gradus Lab`;
  rooms[name]?.enter?.();
}

function panels() {
  fill(
    document.getElementById('room'),
    names.map((name) => el('section', { id: `panel-${name}`, class: `room ${name}`, role: 'tabpanel', 'aria-labelledby': `tab-${name}`, hidden: true })),
  );
  for (const name of names) {
    rooms[name] = makers[name](panel(name));
  }
}

function switches() {
  const language = document.getElementById('language');
  const theme = document.getElementById('theme');
  const words = () => {
    language.textContent = currentLanguage() === 'en' ? '中文' : 'English';
    language.lang = currentLanguage() === 'en' ? 'zh-CN' : 'en';
    theme.textContent = isDark() ? '☀' : '☾';
  };
  language.addEventListener('click', () => switchLanguage(currentLanguage() === 'en' ? 'zh' : 'en'));
  theme.addEventListener('click', switchTheme);
  onLanguage(() => {
    translate(document);
    words();
    document.title = `${t(`room.${present}`)} · Gradus Lab`;
    connection(undefined);
  });
  onTheme(words);
  words();
}

let connected = false;

function connection(now) {
  connected = now ?? connected;
  const node = document.querySelector('.link-state');
  node.classList.toggle('on', connected);
  node.classList.toggle('off', !connected);
  node.querySelector('.link-text').textContent = t(connected ? 'link.on' : 'link.off');
}

/** Which data is drawn: its points are asked for again when this changes. */
const dataKey = (state) => JSON.stringify([state.run, state.data]);
let drawn = '';

async function points(state) {
  if (dataKey(state) === drawn) return;
  drawn = dataKey(state);
  try {
    put('points', await get('api/points'));
  } catch (cause) {
    notice(reason(cause), 'bad');
  }
}

function event(name, data) {
  if (name === 'state') {
    if (data.run < store.state.run) return; // the end of a run, overtaken by the answer that began the next
    put('state', data);
    points(data);
  } else if (name === 'history') {
    begin(data);
  } else if (name === 'snapshot') {
    put('snapshot', withRatios(data));
    grow(data);
  }
}

async function start() {
  startSession();
  startTheme();
  await startTexts();
  const wished = location.hash.slice(1);
  tabs();
  switches();
  translate(document);
  connection(false);
  try {
    put('tables', await get('api/tables'));
    put('state', await get('api/state'));
  } catch (cause) {
    fill(document.getElementById('room'), el('div', { class: 'card refused' }, el('h2', {}, t('refused.title')), el('p', {}, reason(cause))));
    return;
  }
  panels();
  points(store.state);
  enter(names.includes(wished) ? wished : 'learn');
  on('state', (state) => document.documentElement.toggleAttribute('data-running', state.status === 'running'));
  listen(event, (standing, cause) => {
    connection(standing);
    if (cause?.status === 401) notice(reason(cause), 'bad');
  });
}

start();
