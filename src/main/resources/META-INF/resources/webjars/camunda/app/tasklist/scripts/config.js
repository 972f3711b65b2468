export default {
  app: {
    name: '任务中心',
    vendor: '案场'
  },
  // Detection compares only what stands before the dash of the browser's
  // language, so every Chinese browser gets zh; anything unknown gets it too.
  locales: {
    availableLocales: ['zh', 'en'],
    fallbackLocale: 'zh'
  },
  disableWelcomeMessage: true,
  // Resolved from this webapp's own folder, /camunda/app/tasklist/.
  // A script that cannot be loaded keeps the whole webapp from starting.
  customScripts: [
    '../../../anchang/sign-in',
    '../../../anchang/webapps',
    '../../../anchang/form'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '跳到第一个筛选'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '跳到第一项任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '跳到表单的第一项'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '发起流程'
    }
  }
};
