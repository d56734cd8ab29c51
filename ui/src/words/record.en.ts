/** Words of the history: the record that is only ever added to. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const record = {
  title: 'History',
  sub: 'Everything that was done in this book, newest first. Nothing here can be changed or taken out unseen.',
  client: 'Client',
  everyone: 'Show every client',
  search: 'Find in what is shown',
  none: (typed: string, text: string) => `None of the ${text} entries shown holds “${typed}”.`,
  showAll: 'Clear the search',
  emptyClient: 'Nothing is recorded of this client.',
  earlier: 'Show earlier entries',
  beginning: 'The book begins here.',
  asking: 'Reading the history',
  shown: (n: number, text: string) => `${text} ${count(n, 'entry', 'entries')} shown`,
  entered: (day: string) => `Entered on ${day}.`,
  entry: (n: string) => `no. ${n}`,
  verify: 'Verify the history',
  verifying: 'Following the history link by link',
  whole: (n: number, text: string) =>
    `Verified: ${text} ${count(n, 'entry follows', 'entries follow')} one another unbroken, and none has been changed.`,
  broken: 'The history is not as it was written.',
  brokenNext: 'Restore the latest backup beside the book. The file is left exactly as it is.',
};
