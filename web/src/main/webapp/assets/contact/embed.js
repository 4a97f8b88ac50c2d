/* Puts the contact form in the place of each <a data-halle-contact href="https://the-portal/contact?shop=…">. Without this
   script, or where the portal does not know the site, the link stays a link. */
(function () {
  'use strict';
  var script = document.currentScript;
  var origin = new URL(script.src).origin;
  var shown = [];
  function show(link) {
    var asked = new URL(link.href, location.href);
    if (asked.origin !== origin) return;
    var address = new URL('/contact/frame', origin);
    asked.searchParams.forEach(function (value, name) { address.searchParams.set(name, value); });
    address.searchParams.set('parent', location.origin);
    address.searchParams.set('page', location.origin + location.pathname);
    var frame = document.createElement('iframe');
    frame.title = link.textContent.trim() || 'Contact';
    frame.src = address.href;
    frame.style.border = '0';
    frame.style.width = '100%';
    frame.style.height = '0';
    frame.style.display = 'block';
    // Until it has spoken it may be a refusal, which need not be read out. A frame that is not visible would never speak.
    frame.setAttribute('aria-hidden', 'true');
    link.insertAdjacentElement('afterend', frame);
    shown.push({ link: link, frame: frame });
  }
  addEventListener('message', function (event) {
    if (event.origin !== origin || !event.data || event.data.halle !== 'contact') return;
    shown.forEach(function (one) {
      if (event.source !== one.frame.contentWindow) return;
      var height = Number(event.data.height);
      if (height > 0) one.frame.style.height = Math.min(height, 8000) + 'px';
      one.frame.removeAttribute('aria-hidden');
      one.link.style.display = 'none';
      if (event.data.answered) one.frame.scrollIntoView({ block: 'start' });
    });
  });
  function start() { document.querySelectorAll('a[data-halle-contact]').forEach(show); }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start); else start();
})();
