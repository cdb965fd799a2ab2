/* global document */
import { Editor } from './editor.js';
import { audienceOf, prepare, termsOf } from './queries.js';
import { Session } from './session.js';

const $ = (id) => document.getElementById(id);
const data = JSON.parse($('data').textContent);

let viewer = null;
let terms = [];
let schema = null;
/** The ready query in the editor, and its entry in the menu. */
let current = null;

const session = new Session(() => {
  showSignedOut();
  say('登录已失效，请重新登录。', 'Your session has ended: please sign in again.', 'problem');
});
const editor = new Editor($('graphiql'), (operation) => session.send(operation));

$('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  void signIn();
});
$('sign-out').addEventListener('click', () => void signOut());
$('term').addEventListener('change', () => {
  if (current) fill(current.query, current.button);
});
for (const button of document.querySelectorAll('[data-email]')) {
  button.addEventListener('click', () => void pick(button.dataset.email));
}

showMenu();
await start();

async function start() {
  await session.start();
  if (session.signedIn) await welcome();
  await loadSchema();
}

async function signIn() {
  const button = $('sign-in').querySelector('button');
  button.disabled = true;
  try {
    await session.signIn($('email').value.trim(), $('password').value);
    await welcome();
    await loadSchema();
  } catch (error) {
    say(error.message, '', 'problem');
    $('password').focus();
  } finally {
    button.disabled = false;
  }
}

async function signOut() {
  await session.signOut();
  showSignedOut();
  $('password').value = '';
  say('已退出登录。', 'Signed out.');
  $('email').focus();
}

/** Picks a demo account; the password that was typed once is used for the next one too. */
async function pick(email) {
  if (session.signedIn) {
    await session.signOut();
    showSignedOut();
  }
  $('email').value = email;
  if ($('password').value === '') $('password').focus();
  else await signIn();
}

/** Loads the viewer and what it may see, and adapts the page to it. */
async function welcome() {
  const answer = await session.send({ query: data.whoAmI });
  if (!answer.data?.viewer) {
    if (session.signedIn) say(answer.errors?.[0]?.message ?? '服务没有回答。', '', 'problem');
    return;
  }
  viewer = answer.data.viewer;
  terms = audienceOf(viewer) === 'PLATFORM' ? [] : termsOf(await session.send({ query: data.findTerms }));
  showSignedIn();
  say('已登录。请选一项现成查询。', 'Signed in. Pick a ready query.');
}

async function loadSchema() {
  if (schema) return;
  const answer = await session.send({ query: data.introspection }).catch(() => ({}));
  if (!answer.data?.__schema) return;
  schema = answer.data;
  editor.show(schema);
}

function showSignedIn() {
  const { displayName, role, organisation } = viewer;
  const name = organisation.shortName ?? organisation.name;
  $('who').textContent = [displayName.startsWith(name) ? '' : name, displayName, role]
    .filter(Boolean)
    .join(' · ');
  $('sign-in').hidden = true;
  $('signed-in').hidden = false;
  const accounts = $('accounts');
  if (accounts) accounts.open = false;
  $('term').replaceChildren(
    ...terms.map(({ label }, index) => {
      const option = document.createElement('option');
      option.value = String(index);
      option.textContent = label;
      return option;
    }),
  );
  $('term-field').hidden = terms.length === 0;
  showMenu();
}

function showSignedOut() {
  if (viewer) editor.clear();
  viewer = null;
  terms = [];
  $('sign-in').hidden = false;
  $('signed-in').hidden = true;
  $('term-field').hidden = true;
  showMenu();
}

/** The ready queries of the signed-in member; before sign-in all of them, visible but disabled. */
function showMenu() {
  const audience = viewer && audienceOf(viewer);
  const mine = data.queries.filter(({ audiences }) => !audience || audiences.includes(audience));
  current = null;
  $('queries').replaceChildren(...mine.map(menuItem));
}

function menuItem(query) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  const english = document.createElement('span');
  english.lang = 'en';
  english.textContent = query.title.en;
  const chinese = document.createElement('b');
  chinese.textContent = query.title.zh;
  button.append(chinese, ' ', english);
  if (query.writes) {
    const badge = document.createElement('em');
    badge.textContent = '写入 writes';
    button.append(' ', badge);
  }
  button.addEventListener('click', () => {
    if (fill(query, button)) editor.focusRun();
  });
  item.append(button);
  return item;
}

/** Puts a ready query into the editor; returns whether it could. */
function fill(query, button) {
  if (!viewer) {
    say('请先登录。', 'Please sign in first.', 'problem');
    $('email').focus();
    return false;
  }
  const prepared = prepare(query, terms, terms[Number($('term').value)]);
  if (!prepared) {
    say('您的范围内没有协议。', 'There is no agreement in your scope.', 'problem');
    return false;
  }
  current?.button.removeAttribute('aria-current');
  current = { query, button };
  button.setAttribute('aria-current', 'true');
  editor.fill(prepared.query, prepared.variables);
  say('已填入编辑器：按回车或运行键执行。', 'Ready in the editor: press Enter or the run button.');
  return true;
}

/** Shows a message, also to screen readers. */
function say(chinese, english, kind = 'news') {
  const translation = document.createElement('span');
  translation.lang = 'en';
  translation.textContent = english;
  $('status').className = `status ${kind}`;
  $('status').replaceChildren(chinese, ' ', translation);
}
