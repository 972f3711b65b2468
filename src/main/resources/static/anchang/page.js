/* Small helps for our pages. Everything works without it, except that progress must be reloaded by hand. */
(function () {
  'use strict';

  // A page that watches work in progress reloads itself: <main data-reload="2"> (seconds).
  var watched = document.querySelector('[data-reload]');
  if (watched) {
    setTimeout(function () { location.reload(); }, Number(watched.dataset.reload) * 1000);
  }

  // Bars carry their length as data, because the content security policy allows no style attributes.
  document.querySelectorAll('[data-percent]').forEach(function (bar) {
    bar.style.width = Math.max(0, Math.min(100, Number(bar.dataset.percent))) + '%';
  });

  // What scrolls sideways can be scrolled by keyboard too.
  function reachable() {
    document.querySelectorAll('.table').forEach(function (table) {
      if (table.scrollWidth > table.clientWidth && !table.hasAttribute('tabindex')) {
        table.tabIndex = 0;
        table.setAttribute('role', 'region');
        table.setAttribute('aria-label', '表格，可左右滚动');
      }
    });
  }
  reachable();
  window.addEventListener('resize', reachable);
  document.addEventListener('htmx:afterSettle', reachable);
  document.addEventListener('toggle', reachable, true);

  // A deed that cannot be taken back asks once: <form data-confirm="确认作废?">. A form is sent only once.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) {
      event.preventDefault();
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === 'post') {
      form.dataset.sent = 'yes';
      form.querySelectorAll('button[type="submit"]').forEach(function (button) {
        if (button.dataset.busy) { button.textContent = button.dataset.busy; }
        setTimeout(function () { button.disabled = true; }, 0);
      });
    }
  });

  // A file that would be refused for its size is not sent at all.
  document.addEventListener('change', function (event) {
    var input = event.target;
    if (input.type === 'file' && input.dataset.maxBytes) {
      var tooBig = input.files.length > 0 && input.files[0].size > Number(input.dataset.maxBytes);
      input.setCustomValidity(tooBig ? input.dataset.tooBig : '');
      input.closest('.field').querySelector('.error').textContent = tooBig ? input.dataset.tooBig : '';
      input.parentElement.querySelector('.name').textContent = input.files.length > 0 ? input.files[0].name : '尚未选择';
    }
  });

  // The navigation of a narrow window is folded until asked for.
  document.querySelectorAll('[aria-controls][aria-expanded]').forEach(function (button) {
    button.addEventListener('click', function () {
      button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
    });
  });

  // "/" leads to the search box from anywhere but another field.
  document.addEventListener('keydown', function (event) {
    var search = document.getElementById('search');
    var elsewhere = event.target.closest('input, select, textarea, dialog, [contenteditable="true"]');
    if (event.key === '/' && search && !elsewhere && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // htmx sends forms, whose hidden field carries the session's token. When the session is over, it leads to the sign-in page and back here.
  document.addEventListener('htmx:configRequest', function (event) {
    event.detail.headers['X-Requested-With'] = 'XMLHttpRequest';
  });
  // Nobody is there, or nobody looks: the bell does not ask on its own and keep the session from ending.
  var touched = Date.now();
  ['pointerdown', 'pointermove', 'keydown'].forEach(function (act) {
    document.addEventListener(act, function () { touched = Date.now(); }, { passive: true });
  });
  document.addEventListener('htmx:beforeRequest', function (event) {
    if (event.target.id === 'bell' && (document.hidden || Date.now() - touched > 10 * 60 * 1000)) { event.preventDefault(); }
  });
  document.addEventListener('htmx:responseError', function (event) {
    if (event.detail.xhr.status === 401) { location.reload(); }
  });

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-print]')) { window.print(); }
  });

  // Back from the browser's cache: allow sending again.
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll('button[type="submit"]').forEach(function (button) { button.disabled = false; });
    });
  });
})();
