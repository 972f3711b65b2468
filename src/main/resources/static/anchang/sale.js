/* One sale: its process drawn with the token and the way it came, and the phone shown in clear on request. */
(function () {
  'use strict';

  var reveal = document.getElementById('reveal');
  if (reveal) {
    reveal.addEventListener('click', function () {
      var note = document.getElementById('reveal-note');
      reveal.disabled = true;
      fetch('/api/csrf', { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
        .then(function (answer) { return answer.json(); })
        .then(function (token) {
          var headers = { 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json' };
          headers[token.header] = token.token;
          return fetch(reveal.dataset.path, { method: 'POST', headers: headers });
        })
        .then(function (answer) { return answer.json().then(function (said) { return { ok: answer.ok, said: said }; }); })
        .then(function (answer) {
          if (answer.ok) {
            document.getElementById('phone').textContent = answer.said.phone;
            reveal.remove();
            note.textContent = '已记录本次查看';
          } else {
            reveal.disabled = false;
            note.textContent = answer.said.message || '未能显示，请刷新页面后重试';
          }
        })
        .catch(function () {
          reveal.disabled = false;
          note.textContent = '未能显示，请检查网络或重新登录后重试';
        });
    });
  }

  var frame = document.getElementById('diagram');
  if (!frame || !window.BpmnJS) { return; }
  var drawn = JSON.parse(frame.dataset.drawn);
  var SMALLEST = 0.2;
  var LARGEST = 1.6;
  var READABLE = 0.85;

  fetch(frame.dataset.model, { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
    .then(function (answer) {
      if (!answer.ok) { throw new Error('model'); }
      return answer.text();
    })
    .then(draw)
    .catch(function () {
      frame.textContent = '';
      var said = document.createElement('p');
      said.className = 'soft';
      said.textContent = '流程图没有画出来，请刷新页面；当前步骤见上方文字。';
      frame.appendChild(said);
    });

  function draw(xml) {
    frame.textContent = '';
    var paper = document.createElement('div');
    paper.className = 'diagram-paper';
    frame.appendChild(paper);
    var viewer = new window.BpmnJS({
      container: paper,
      textRenderer: {
        defaultStyle: { fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif' },
        externalStyle: { fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif' },
      },
    });
    return viewer.importXML(xml).then(function () { mark(viewer, paper); });
  }

  function mark(viewer, paper) {
    var canvas = viewer.get('canvas');
    var registry = viewer.get('elementRegistry');
    var overlays = viewer.get('overlays');
    function each(ids, marker) {
      ids.forEach(function (id) { if (registry.get(id)) { canvas.addMarker(id, marker); } });
    }
    each(drawn.flows, 'walked');
    each(Object.keys(drawn.walked), 'walked');
    each(drawn.dropped, 'dropped');
    each(drawn.tokens, 'token');
    drawn.tokens.forEach(function (id) { badge(id, '当前', 'token-badge', { top: -14, left: 4 }); });
    Object.keys(drawn.walked).forEach(function (id) {
      if (drawn.walked[id] > 1 && registry.get(id) && /Task|Activity/.test(registry.get(id).type)) { badge(id, drawn.walked[id] + ' 次', 'times-badge', { bottom: 10, right: 30 }); }
    });
    Object.keys(drawn.called).forEach(function (id) {
      if (!registry.get(id)) { return; }
      var link = document.createElement('a');
      link.href = drawn.called[id];
      link.className = 'called-badge';
      link.textContent = '看此流程';
      overlays.add(id, { position: { bottom: 10, left: 4 }, html: link, show: { minZoom: 0 }, scale: { min: 0.9 } });
    });
    function badge(id, text, look, position) {
      if (!registry.get(id)) { return; }
      var said = document.createElement('span');
      said.className = look;
      said.textContent = text;
      overlays.add(id, { position: position, html: said, show: { minZoom: 0 }, scale: { min: 0.9 } });
    }

    var box = canvas.viewbox().inner;
    var margin = 24;
    var scale = 1;
    function show(wanted) {
      scale = Math.max(SMALLEST, Math.min(LARGEST, wanted));
      paper.style.width = Math.ceil((box.width + 2 * margin) * scale) + 'px';
      paper.style.height = Math.ceil((box.height + 2 * margin) * scale) + 'px';
      canvas.resized();
      canvas.viewbox({ x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin });
    }
    function whole() {
      return Math.min(1, (frame.clientWidth - 4) / (box.width + 2 * margin));
    }
    function toToken() {
      var at = drawn.tokens.map(function (id) { return registry.get(id); }).filter(Boolean)[0];
      if (!at) { return; }
      frame.scrollLeft = (at.x + at.width / 2 - box.x + margin) * scale - frame.clientWidth / 2;
      frame.scrollTop = (at.y + at.height / 2 - box.y + margin) * scale - frame.clientHeight / 2;
    }
    show(whole() < 0.7 ? READABLE : whole());
    toToken();
    frame.dataset.ready = 'yes';

    var zoom = document.getElementById('zoom');
    zoom.hidden = false;
    zoom.addEventListener('click', function (event) {
      var asked = event.target.dataset.zoom;
      if (asked === 'in') { show(scale * 1.25); }
      if (asked === 'out') { show(scale / 1.25); }
      if (asked === 'whole') { show(whole()); }
      if (asked === 'now') { show(Math.max(READABLE, scale)); }
      if (asked && asked !== 'whole') { toToken(); }
    });

    // The picture is moved with the mouse as paper is.
    var held = null;
    frame.addEventListener('pointerdown', function (event) {
      if (event.pointerType === 'mouse' && event.button === 0 && !event.target.closest('a')) {
        held = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
      }
    });
    window.addEventListener('pointermove', function (event) {
      if (held) {
        frame.scrollLeft = held.x - event.clientX;
        frame.scrollTop = held.y - event.clientY;
        event.preventDefault();
      }
    });
    window.addEventListener('pointerup', function () { held = null; });
  }
})();
