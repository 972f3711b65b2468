export default {
  app: {
    name: '流程监控',
    vendor: '案场'
  },
  // Detection compares only what stands before the dash of the browser's
  // language, so every Chinese browser gets zh; anything unknown gets it too.
  locales: {
    availableLocales: ['zh', 'en'],
    fallbackLocale: 'zh'
  },
  disableWelcomeMessage: true,
  // Resolved from this webapp's own folder, /camunda/app/cockpit/.
  customScripts: ['../../../anchang/sign-in', '../../../anchang/webapps']
};
