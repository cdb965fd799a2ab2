/* global document, window, sessionStorage */

const WELCOME = `# 登录后，从左侧选一项现成查询，或在此编写自己的查询。
# Sign in, then pick a ready query on the left or write your own here.

query Catalogue {
  indicators {
    name
    measures { name unit }
  }
}
`;

/** GraphiQL on this page. */
export class Editor {
  #root;
  #send;

  constructor(container, send) {
    const nonce = document.querySelector('meta[name="style-nonce"]').content;
    // Read by the library that locks scrolling behind a dialog, when it adds its style element.
    window.__webpack_nonce__ = nonce;
    this.#root = window.ReactDOM.createRoot(container);
    this.#send = send;
    this.show(null);
  }

  /** Shows the editor; `schema` is an introspection result, or null while there is none. */
  show(schema) {
    const { React, GraphiQL } = window;
    this.#root.render(
      React.createElement(
        GraphiQL,
        {
          fetcher: (operation) => this.#send(operation),
          schema,
          storage: sessionStorage,
          defaultQuery: WELCOME,
          defaultEditorToolsVisibility: 'variables',
          isHeadersEditorEnabled: false,
          shouldPersistHeaders: false,
          forcedTheme: 'light',
        },
        React.createElement(GraphiQL.Logo, null, ' '),
      ),
    );
  }

  /** Clears queries and answers from the screen. */
  clear() {
    this.fill(WELCOME, {});
  }

  /** Puts an operation into the editor; the variables are an object. */
  fill(query, variables) {
    // The answer on the screen belongs to another query, perhaps of another member.
    set('.result-window .CodeMirror', '');
    set('.graphiql-query-editor .CodeMirror', query);
    set(
      '.graphiql-editor-tool .CodeMirror',
      Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '',
    );
  }

  /** Focuses the run button rather than the text, where the Tab key would be caught. */
  focusRun() {
    document.getElementById('graphiql').scrollIntoView();
    document.querySelector('.graphiql-execute-button')?.focus();
  }
}

function codeMirror(selector) {
  return document.querySelector(selector)?.CodeMirror;
}

function set(selector, text) {
  const editor = codeMirror(selector);
  editor?.setValue(text);
  editor?.refresh();
}
