/*
 * Charts from data that the server put into the page:
 *   <figure class="chart" data-chart='{"kind": …}'> … <table> the same numbers … </table></figure>
 * kind: "bars" (upright), "rows" (lying), "lines", "funnel"; categories: names; series: [{name, values, color?}]; stacked; unit: 万元, 组, 天;
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

  function axes(chart) {
    var lying = chart.kind === 'rows';
    var names = { type: 'category', data: chart.categories, inverse: lying, axisTick: { show: false }, axisLabel: { interval: chart.kind === 'lines' ? 'auto' : 0, hideOverlap: true, width: lying ? 110 : undefined, overflow: lying ? 'truncate' : undefined } };
    var values = { type: 'value', name: chart.unit, nameTextStyle: { color: '#5a6b73' }, minInterval: chart.whole ? 1 : undefined, splitLine: { lineStyle: { color: '#e7ecee' } } };
    return lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
  }

  function option(chart) {
    var common = {
      color: COLORS,
      textStyle: FONT,
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      aria: { enabled: true, decal: { show: chart.series.length > 1 && chart.kind !== 'lines' } },
      legend: { show: chart.series.length > 1, top: 0, itemGap: 18 },
      grid: { left: 8, right: 24, top: chart.series.length > 1 ? 44 : 30, bottom: 4, containLabel: true },
      tooltip: { trigger: chart.kind === 'funnel' ? 'item' : 'axis', axisPointer: { type: 'shadow' }, confine: true, valueFormatter: function (value) { return shown(value, chart.unit); } }
    };
    if (chart.kind === 'funnel') {
      return Object.assign(common, {
        series: [{
          type: 'funnel', sort: 'none', gap: 3, left: 10, right: 120, top: 10, bottom: 10, minSize: '12%',
          label: { show: true, position: 'right', formatter: function (part) { return part.name + '  ' + shown(part.value, chart.unit); } },
          data: chart.categories.map(function (name, index) { return { name: name, value: chart.series[0].values[index] }; })
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
          symbolSize: 7,
          itemStyle: one.color ? { color: one.color } : undefined,
          lineStyle: one.dashed ? { type: 'dashed' } : undefined,
          label: { show: chart.labels === true, position: chart.kind === 'rows' ? 'right' : 'top', formatter: function (bar) { return shown(bar.value); } },
          data: one.values
        };
      })
    });
  }

  function draw(figure) {
    var chart = JSON.parse(figure.dataset.chart);
    var place = document.createElement('div');
    place.className = 'chart-place';
    if (chart.kind === 'rows') { place.style.height = Math.max(160, 70 + chart.categories.length * 34) + 'px'; }
    figure.prepend(place);
    var drawn = window.echarts.init(place, null, { renderer: 'svg' });
    drawn.setOption(option(chart));
    drawn.on('click', function (at) {
      var to = linkOf(chart, at.seriesIndex, at.dataIndex);
      if (to) { location.assign(to); }
    });
    new ResizeObserver(function () { drawn.resize(); }).observe(place);
  }

  document.querySelectorAll('[data-chart]').forEach(draw);
})();
