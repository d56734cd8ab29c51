/** One of many to choose from. */
export interface Option {
  value: string;
  label: string;
  /** Beside the name, also found by typing: a code. */
  aside?: string;
}
