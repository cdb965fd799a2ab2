export type Language = 'zh' | 'en';

const KEY = 'console:language';

/** Chinese, unless this browser's user has chosen English. */
export function language(): Language {
  try {
    return window.localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh'; // storage may be switched off
  }
}

/** The page is loaded anew: the server's own texts change too. */
export function chooseLanguage(chosen: Language): void {
  try {
    window.localStorage.setItem(KEY, chosen);
  } catch {
    return;
  }
  window.location.reload();
}
