/*
 * Charts from data that the server put into the page:
 *   <figure class="chart" data-chart='{"kind": …}'> … <table> the same numbers … </table></figure>
 * kind: "bars" (upright), "rows" (lying), "lines", "funnel"; categories: names; series: [{name, values, color?}]; stacked; unit: 万元, 组, 天;
 * labels: numbers at the bars; whole: an axis without fractions; colors: one a category (funnel); says: the question it answers, for a screen reader;
 * links: one address a category, or for each series one a category; a click leads there. The table is for whoever does not see the chart.
 */
(function () {
  'use strict';

  var COLORS = ['#12595b', '#c4762f', '#4a7fbd', '#8a6fb0', '#5d9c59', '#b3261e', '#7a868c'];
  var FONT = { fontFamily: 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif', fontSize: 13, color: '#1d2a30' };

  function shown(value, unit) {
    if (value === null || value === undefined || value === '-') { return '—'; }
    return Number(value).toLocaleString('zh-CN') + (unit ? ' ' + unit : '');
  }

  function linkOf(chart, series, index) {
    var links = chart.links || [];
    return Array.isArray(links[0]) ? (links[series] || [])[index] : links[index];
  }

  function cursor(chart) {
    return (chart.links || []).length > 0 ? 'pointer' : 'default';
  }

  /** All there is to see, in words. */
  function described(chart) {
    return (chart.says || '') + chart.series.map(function (one) {
      return one.name + '：' + chart.categories.map(function (name, index) { return name + ' ' + shown(one.values[index], chart.unit); }).join('，');
    }).join('；');
  }

  /** So high that neither bars nor names get in each other's way; wide enough for the finger on a phone. */
  function height(chart) {
    var bars = chart.stacked ? 1 : chart.series.length;
    return Math.max(130, (chart.series.length > 1 ? 74 : 40) + chart.categories.length * (bars === 1 ? 36 : 14 + 17 * bars));
  }

  function axes(chart) {
    var lying = chart.kind === 'rows';
    var names = { type: 'category', data: chart.categories, inverse: lying, axisTick: { show: false }, axisLabel: { interval: chart.kind === 'lines' ? 'auto' : 0, hideOverlap: true, width: lying ? 110 : undefined, overflow: lying ? 'truncate' : undefined } };
    var values = { type: 'value', name: lying ? undefined : chart.unit, nameTextStyle: { color: '#5a6b73' }, minInterval: chart.whole ? 1 : undefined, splitLine: { lineStyle: { color: '#e7ecee' } } };
    return lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
  }

  /** How many lines the names of the series take. */
  function legendLines(chart, width) {
    var needed = chart.series.reduce(function (sum, one) { return sum + one.name.length * 13.5 + 40; }, 0);
    return Math.ceil(needed / Math.max(200, width));
  }

  function option(chart, width) {
    var common = {
      color: COLORS,
      textStyle: FONT,
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      aria: { enabled: true, label: { description: described(chart) }, decal: { show: chart.stacked === true && chart.series.length > 1 } },
      legend: { show: chart.series.length > 1, top: 0, left: 0, itemGap: 14, itemWidth: 18, textStyle: { fontSize: 13 } },
      grid: { left: 8, right: chart.kind === 'rows' && chart.labels ? 64 : 28, top: chart.series.length > 1 ? 20 + 24 * legendLines(chart, width) : chart.kind === 'rows' ? 8 : 30, bottom: 4, containLabel: true },
      tooltip: { trigger: chart.kind === 'funnel' ? 'item' : 'axis', axisPointer: { type: 'shadow' }, confine: true, valueFormatter: function (value) { return shown(value, chart.unit); } }
    };
    if (chart.kind === 'funnel') {
      return Object.assign(common, {
        legend: { show: false },
        series: [{
          type: 'funnel', sort: 'none', gap: 4, left: 0, width: '64%', top: 6, bottom: 6, minSize: '6%',
          cursor: cursor(chart),
          itemStyle: { borderWidth: 0 },
          labelLine: { show: true, length: 14, lineStyle: { color: '#b9c5c8' } },
          label: {
            show: true, position: 'right', color: '#1d2a30', lineHeight: 19,
            formatter: function (part) { return '{name|' + part.name + '}\n{value|' + shown(part.value, chart.unit) + '}'; },
            rich: { name: { fontSize: 13, color: '#5a6b73' }, value: { fontSize: 16, fontWeight: 600, color: '#1d2a30' } }
          },
          data: chart.categories.map(function (name, index) {
            return { name: name, value: chart.series[0].values[index], itemStyle: { color: (chart.colors || COLORS)[index % (chart.colors || COLORS).length] } };
          })
        }]
      });
    }
    return Object.assign(common, axes(chart), {
      series: chart.series.map(function (one) {
        return {
          name: one.name,
          type: chart.kind === 'lines' ? 'line' : 'bar',
          stack: chart.stacked ? 'all' : undefined,
          barMaxWidth: 34,
          barMinHeight: 2,
          cursor: cursor(chart),
          symbolSize: 7,
          itemStyle: one.color ? { color: one.color } : undefined,
          lineStyle: one.dashed ? { type: 'dashed' } : undefined,
          label: { show: chart.labels === true, position: chart.kind === 'rows' ? 'right' : 'top', formatter: function (bar) { return shown(bar.value, chart.series.length === 1 ? chart.unit : ''); } },
          data: one.values
        };
      })
    });
  }

  function draw(figure) {
    var chart = JSON.parse(figure.dataset.chart);
    var place = document.createElement('div');
    place.className = 'chart-place';
    place.setAttribute('role', 'img');
    if (chart.kind === 'rows') { place.style.height = height(chart) + 'px'; }
    figure.prepend(place);
    var drawn = window.echarts.init(place, null, { renderer: 'svg', locale: 'ZH' });
    drawn.setOption(option(chart, place.clientWidth));
    drawn.on('click', function (at) {
      var to = linkOf(chart, at.seriesIndex, at.dataIndex);
      if (to) { location.assign(to); }
    });
    new ResizeObserver(function () { drawn.resize(); }).observe(place);
  }

  document.querySelectorAll('[data-chart]').forEach(draw);
})();
