/** Every way of looking. */

const WIDE = { width: 1280, height: 800 };

export const VARIANTS = [
  { name: 'light', size: WIDE, locale: 'en-CA' },
  { name: 'dark', size: WIDE, locale: 'en-CA', dark: true },
  { name: 'fr', size: WIDE, locale: 'fr-CA' },
  { name: '1024', size: { width: 1024, height: 700 }, locale: 'en-CA' },
  { name: '900', size: { width: 900, height: 640 }, locale: 'fr-CA', dark: true },
  { name: 'text-200', size: WIDE, locale: 'fr-CA', text: '200%' },
  { name: 'forced', size: WIDE, locale: 'en-CA', forced: true },
];
