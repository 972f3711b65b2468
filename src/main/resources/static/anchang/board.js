/* The board of units: opened by mouse or keyboard, told every second what changed, holds counted down. Without it the squares are plain
   links to each unit's page. */
(function () {
  'use strict';

  var EVERY = 1000;
  var AFTER_A_FAILURE = 5000;
  var FILTERS = ['state', 'layout', 'use', 'minPrice', 'maxPrice', 'minArea', 'maxArea'];
  var board = document.getElementById('board');
  var drawer = document.getElementById('unit-panel');
  var body = document.getElementById('unit-panel-body');
  var clock = document.querySelector('[data-now]');
  var ahead = clock ? Number(clock.dataset.now) - Date.now() : 0;

  // ---- holds, counted down by the server's clock

  function left(until) {
    var seconds = Math.floor((until - ahead - Date.now()) / 1000);
    if (seconds <= 0) { return '已到期'; }
    var two = function (number) { return (number < 10 ? '0' : '') + number; };
    return '剩 ' + Math.floor(seconds / 3600) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
  }

  function countDown() {
    document.querySelectorAll('[data-until]').forEach(function (hold) {
      if (hold.dataset.who === undefined) { hold.dataset.who = hold.textContent.split(' 至 ')[0]; }
      var text = (hold.dataset.who + ' ' + left(Number(hold.dataset.until))).trim();
      if (hold.textContent !== text) { hold.textContent = text; }
    });
  }
  countDown();
  setInterval(countDown, 1000);

  // ---- answers that are a "no" are shown like any other

  document.addEventListener('htmx:beforeSwap', function (event) {
    if (event.detail.xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.addEventListener('htmx:afterSwap', function () {
    countDown();
    var said = document.querySelector('.unit-panel [role="alert"], .unit-panel [role="status"]');
    if (said) {
      document.getElementById('unit-title').focus();
      if (board) { poll(); }
    }
  });
  ['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach(function (trouble) {
    document.addEventListener(trouble, function () {
      document.querySelectorAll('.unit-panel form[data-sent]').forEach(function (form) {
        delete form.dataset.sent;
        form.querySelectorAll('button').forEach(function (button) { button.disabled = false; });
      });
      if (body && !body.querySelector('.unit-panel')) {
        body.textContent = '';
        var notice = document.createElement('p');
        notice.className = 'notice bad';
        notice.setAttribute('role', 'alert');
        notice.textContent = '没有读到这套房源，请检查网络，刷新页面后再试。';
        body.appendChild(notice);
      }
    });
  });

  if (!board) { return; }

  var filter = document.querySelector('details.board-filter');
  if (filter && window.matchMedia('(max-width: 760px)').matches) { filter.open = false; }

  // ---- one stop for the tab key in each building, arrows from there

  function units(place) { return Array.prototype.slice.call(place.querySelectorAll('.unit')); }

  function stopAt(unit) {
    units(unit.closest('.board')).forEach(function (other) { other.tabIndex = other === unit ? 0 : -1; });
  }

  board.querySelectorAll('.board').forEach(function (building) {
    var first = building.querySelector('.unit');
    if (first) { stopAt(first); }
  });

  function neighbour(unit, key) {
    var all = units(unit.closest('.board'));
    var here = all.indexOf(unit);
    if (key === 'ArrowLeft') { return all[here - 1]; }
    if (key === 'ArrowRight') { return all[here + 1]; }
    if (key === 'Home') { return all[0]; }
    if (key === 'End') { return all[all.length - 1]; }
    var floor = unit.closest('.board-floor');
    var door = units(floor).indexOf(unit);
    var next = key === 'ArrowUp' ? floor.previousElementSibling : floor.nextElementSibling;
    if (!next || !next.classList.contains('board-floor')) { return null; }
    var doors = units(next);
    return doors[Math.min(door, doors.length - 1)];
  }

  board.addEventListener('keydown', function (event) {
    var unit = event.target.closest('.unit');
    if (!unit || ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].indexOf(event.key) < 0) { return; }
    event.preventDefault();
    var next = neighbour(unit, event.key);
    if (next) { stopAt(next); next.focus(); }
  });

  // ---- the panel

  function read(id) {
    return window.htmx.ajax('GET', '/units/' + id + '/panel', { target: '#unit-panel-body', swap: 'innerHTML' });
  }

  function shown() {
    var panel = drawer.open ? body.querySelector('.unit-panel') : null;
    return panel ? panel.dataset.shown : null;
  }

  board.addEventListener('click', function (event) {
    var unit = event.target.closest('.unit');
    if (!unit || !window.htmx || !drawer.showModal || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    stopAt(unit);
    body.textContent = '';
    drawer.dataset.of = unit.dataset.unit;
    drawer.showModal();
    read(unit.dataset.unit);
  });

  drawer.addEventListener('click', function (event) {
    if (event.target === drawer) { drawer.close(); }
  });
  drawer.addEventListener('close', function () {
    var unit = board.querySelector('[data-unit="' + drawer.dataset.of + '"]');
    body.textContent = '';
    if (unit) { unit.focus(); }
  });

  /** What somebody is choosing stays chosen, and what they were told stays said. */
  function readAgain(id) {
    var chosen = body.querySelector('select') ? body.querySelector('select').value : '';
    var told = body.querySelector('.notice');
    read(id).then(function () {
      var title = document.getElementById('unit-title');
      if (told && title) { title.after(told); }
      var select = body.querySelector('select');
      if (select && chosen && select.querySelector('option[value="' + chosen + '"]')) { select.value = chosen; }
    });
  }

  // ---- what changed

  var position = board.dataset.position;
  var last = {};
  var timer = null;
  var asking = false;
  var live = document.querySelector('[data-live]');

  function say(state, text) {
    if (live && live.dataset.live !== state) {
      live.dataset.live = state;
      live.textContent = text;
    }
  }

  function address() {
    var typed = new URLSearchParams(window.location.search);
    var url = new URL(board.dataset.changes, window.location.href);
    FILTERS.forEach(function (name) {
      if (typed.get(name)) { url.searchParams.set(name, typed.get(name)); }
    });
    url.searchParams.set('after', position);
    return url.href;
  }

  function apply(html) {
    var news = new DOMParser().parseFromString(html, 'text/html');
    position = news.body.dataset.position;
    var counts = news.getElementById('counts');
    document.getElementById('counts').replaceWith(document.importNode(counts, true));
    var anew = Boolean(news.body.dataset.anew);
    news.querySelectorAll('#changed .unit').forEach(function (said) {
      var id = said.dataset.unit;
      var here = board.querySelector('[data-unit="' + id + '"]');
      if (!here) {
        anew = true;
      } else if (last[id] !== said.outerHTML) {
        last[id] = said.outerHTML;
        var next = document.importNode(said, true);
        next.tabIndex = here.tabIndex;
        next.classList.add('fresh');
        var focused = document.activeElement === here;
        here.replaceWith(next);
        if (focused) { next.focus(); }
        if (shown() === id) { readAgain(id); }
      }
    });
    if (anew) { document.querySelector('[data-anew]').hidden = false; }
    var matching = document.querySelector('[data-matching]');
    if (matching) { matching.textContent = board.querySelectorAll('.unit:not(.off)').length; }
    countDown();
  }

  function poll() {
    if (asking || document.hidden) { return; }
    clearTimeout(timer);
    asking = true;
    var next = EVERY;
    fetch(address(), { headers: { 'X-Requested-With': 'XMLHttpRequest', Accept: 'text/html' }, cache: 'no-store' })
      .then(function (answer) {
        if (answer.status === 401) { window.location.reload(); }
        if (!answer.ok) { throw new Error(String(answer.status)); }
        say('on', '实时更新');
        return answer.status === 204 ? '' : answer.text();
      })
      .then(function (html) { if (html) { apply(html); } })
      .catch(function () {
        say('off', '连接中断，正在重试');
        next = AFTER_A_FAILURE;
      })
      .then(function () {
        asking = false;
        if (!document.hidden) { timer = setTimeout(poll, next); }
      });
  }

  document.addEventListener('visibilitychange', function () {
    if (document.hidden) {
      clearTimeout(timer);
    } else {
      poll();
    }
  });
  poll();
})();
