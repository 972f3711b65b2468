/* Asks our own interface with the session Tasklist already has. An answer that is a no becomes one Chinese sentence. */

export class No extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

const SENTENCES = {
  0: '连不上服务器，请检查网络后重试',
  401: '登录已过期，请重新登录；已填的内容会保留',
  403: '您没有权限查看此内容',
  404: '内容已不存在，可能已由他人办结',
  409: '刚刚有人推进了此单，请刷新后再试',
  413: '文件太大，请压缩或拆分后再上传',
};

export function sentenceFor(status) {
  return SENTENCES[status] || `服务器出错（${status}），请稍后重试`;
}

/** Everything that changes something carries a token; this session's is asked for once. */
let token = null;

export async function ask(path, method = 'GET', content = undefined) {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
  if (method !== 'GET') {
    token = token || (await ask('/api/csrf'));
    headers[token.header] = token.token;
  }
  let body;
  if (content !== undefined) {
    body = content instanceof FormData ? content : JSON.stringify(content);
    if (!(content instanceof FormData)) {
      headers['Content-Type'] = 'application/json';
    }
  }
  let answer;
  try {
    answer = await fetch(path, { method, headers, body, credentials: 'same-origin', redirect: 'manual' });
  } catch (unreachable) {
    throw new No(0, sentenceFor(0));
  }
  if (answer.type === 'opaqueredirect') {
    throw new No(401, sentenceFor(401));
  }
  const json = (answer.headers.get('content-type') || '').includes('json');
  const said = json ? await answer.json() : null;
  if (!answer.ok) {
    token = null;
    throw new No(answer.status, answer.status === 422 && said && said.message ? said.message : sentenceFor(answer.status));
  }
  if (!json) {
    throw new No(401, sentenceFor(401));
  }
  return said;
}
