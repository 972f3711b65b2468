/*
 * What neither the locale files nor the style sheet reach: the calendar's month and day names, the criteria of
 * Tasklist's filters, the webapps' names in the header, and the way back from there to our own pages. Runs before the
 * webapp starts.
 */
const angular = window.angular;
const english = (navigator.languages?.[0] || navigator.language || '').toLowerCase().startsWith('en');
const home = new URL('..', import.meta.url).pathname;

angular.module('camunda.common.widgets').decorator('camWidgetHeaderDirective', ['$delegate', directives => {
  directives.filter(header => typeof header.template === 'string').forEach(header => {
    header.template = header.template
      .replace('{{ app.label }}', "{{ ((appName | uppercase) + '_APP') | translate }}")
      .replace('href="#/"', `href="${home}"`)
      .replace('<li engine-select></li>',
        `<li class="workbench" ng-if="authentication.name"><a href="${home}">${english ? 'Workbench' : '工作台'}</a></li>$&`);
  });
  return directives;
}]);

/* Tasklist looks the criteria of its filters up by their English names, which its locale files lack. */
const VALUES = '多个值以逗号分隔，例如 `keyC, keyA, keyB`';
const DATES = '例如 `${ now() }`、`${ dateTime() }` 或 `${ dateTime().plusWeeks(2) }`';
const CRITERIA = {
  'Process Instance': '流程实例',
  'Process definition': '流程定义',
  'Case Instance': '案例实例',
  'Case definition': '案例定义',
  'Other': '其他',
  'User / Group': '部门/用户',
  'Task': '任务',
  'Dates': '日期',
  'Business Key': '业务编号',
  'Business Key Like': '业务编号近似',
  'Key': '标识',
  'Key In': '标识属于',
  'Name': '名称',
  'Name Like': '名称近似',
  'Active': '未挂起',
  'Activity Instance ID In': '环节实例 ID 属于',
  'Execution ID': '执行 ID',
  'Assignee': '办理人',
  'Assignee in': '办理人属于',
  'Assignee Like': '办理人近似',
  'Owner': '责任人',
  'Candidate Group': '候选部门',
  'Candidate Groups': '候选部门（多个）',
  'Candidate User': '候选人',
  'Involved User': '相关人员',
  'Assigned': '已分派',
  'Unassigned': '未分派',
  'Delegation State': '委派状态',
  'Definition Key': '任务标识',
  'Definition Key In': '任务标识属于',
  'Definition Key Like': '任务标识近似',
  'Description': '说明',
  'Description Like': '说明近似',
  'Priority': '优先级',
  'Priority Max': '优先级不高于',
  'Priority Min': '优先级不低于',
  'Tenant ID In': '租户 ID 属于',
  'Without Tenant ID': '无租户 ID',
  'Without Due Date': '无到期日',
  'Created Before': '创建早于',
  'Created After': '创建晚于',
  'Due Before': '到期早于',
  'Due After': '到期晚于',
  'Follow Up After': '跟进晚于',
  'Follow Up Before': '跟进早于',
  'Follow Up Before or Not Existent': '跟进早于或未设',
  'E.g.: `${ now() }`, `${ dateTime() }` or `${ dateTime().plusWeeks(2) }`': DATES,
  'E.g.: `${ currentUser() }`': '例如 `${ currentUser() }`',
  'List of values seperated by comma. E.g.: `keyC, keyA, keyB`': VALUES,
  'List of values separated by comma or an expression which evaluates to a list. E.g.: `camunda-admin, accounting` or `${ currentUserGroups() }`':
    '多个值以逗号分隔，或用得出多个值的表达式，例如 `sales, finance` 或 `${ currentUserGroups() }`'
};

if (!english) {
  if (document.querySelector('base').getAttribute('app-name') === 'tasklist') {
    angular.module('cam.tasklist').decorator('localeLoader', ['$delegate', load =>
      options => load(options).then(labels => ({ ...CRITERIA, ...labels }))]);
  }
  const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
  const days = ['日', '一', '二', '三', '四', '五', '六'];
  angular.module('ngLocale').run(['$locale', locale => Object.assign(locale.DATETIME_FORMATS, {
    MONTH: months,
    SHORTMONTH: months,
    STANDALONEMONTH: months,
    DAY: days.map(day => `星期${day}`),
    SHORTDAY: days,
    AMPMS: ['上午', '下午'],
    FIRSTDAYOFWEEK: 0,
    fullDate: 'y年M月d日 EEEE',
    longDate: 'y年M月d日',
    medium: 'y年M月d日 HH:mm:ss',
    mediumDate: 'y年M月d日',
    mediumTime: 'HH:mm:ss',
    short: 'y-MM-dd HH:mm',
    shortDate: 'y-MM-dd',
    shortTime: 'HH:mm'
  })]);
  angular.module('ui.bootstrap.datepicker').run(['uibDatepickerConfig', calendar => Object.assign(calendar, {
    formatDay: 'd',
    formatDayTitle: 'yyyy年M月',
    formatMonthTitle: 'yyyy年',
    showWeeks: false,
    startingDay: 1
  })]);
}
