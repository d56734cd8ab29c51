/** The words of the window in the language the person chose. */
import { recalled, remember } from '../shared/preferences';
import { en, type Words } from './en';
import { fr } from './fr';

export type { Words } from './en';
export type Language = 'en' | 'fr';

const LANGUAGES: Record<Language, Words> = { en, fr };
/** Each in its own language, whatever the window speaks. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };
const KEY = 'language';

function asLanguage(tag: string | null): Language | undefined {
  const language = tag?.slice(0, 2).toLowerCase();
  return language === 'en' || language === 'fr' ? language : undefined;
}

let chosen = $state<Language | undefined>(asLanguage(recalled(KEY)));
let offered = $state<Language>(asLanguage(navigator.language) ?? 'en');

export function language(): Language {
  return chosen ?? offered;
}

/** The person's own choice; kept on this computer. */
export function chooseLanguage(next: Language): void {
  chosen = next;
  remember(KEY, next);
}

/** What the system suggests, until the person chooses. */
export function offerLanguage(locale: string): void {
  offered = asLanguage(locale) ?? offered;
}

export function words(): Words {
  return LANGUAGES[language()];
}
