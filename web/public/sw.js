/* global self, caches, fetch, URL */
/* The pages without network: what the build lists below is kept, and asked for anew whenever there is one. */
const BUILD = { version: '', files: [] }; // filled in by scripts/build-web.mjs
const CACHE = `console-${BUILD.version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(['/console', ...BUILD.files])));
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('console-') && name !== CACHE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))),
  );
});

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && /^\/console(\/|$)/.test(pathname)) {
    event.respondWith(fetch(event.request).catch(() => caches.match('/console')));
  } else if (BUILD.files.includes(pathname)) {
    event.respondWith(caches.match(event.request).then((kept) => kept || fetch(event.request)));
  }
});
