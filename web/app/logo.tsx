import type { ReactNode } from 'react';

/** A leaf on the station's roof. */
export function Logo(): ReactNode {
  return (
    <svg className="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b6b5d" />
      <path
        d="M7 17.5 16 9l9 8.5"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M16 25.2c-3.4-2.3-5-4.1-5-6.1a2.7 2.7 0 0 1 5-1.4 2.7 2.7 0 0 1 5 1.4c0 2-1.6 3.8-5 6.1z"
        fill="#fff"
      />
    </svg>
  );
}
