/** Words of the pieces that every screen is made of. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const shared = {
  optional: 'optional',

  money: {
    unreadable: 'This could not be read as an amount.',
    negative: 'Write the amount without a minus sign.',
    tooFine: (currency: string, decimals: number) =>
      decimals === 0
        ? `${currency} has no decimals.`
        : `${currency} has ${decimals} ${count(decimals, 'decimal', 'decimals')}.`,
    twoWays: (typed: string) => `“${typed}” can be read in two ways. Which one is it?`,
    take: (reading: string, currency: string) => `Take ${reading} ${currency}`,
  },

  pick: {
    open: 'Show the choices',
    searching: 'Searching…',
    nothing: 'Nothing is called that.',
    noClient: 'No client is called that.',
    typeName: 'Type part of a name.',
    addClient: (typed: string) => `Add “${typed}” as a client`,
    owes: (amounts: string) => `owes ${amounts}`,
  },

  day: { half: 'This day is not complete.' },

  confirm: { stay: 'Leave it as it is' },

  paper: {
    page: (n: string, of: string) => `Page ${n} of ${of}`,
    alt: (label: string, n: string, of: string) => `${label}, page ${n} of ${of}`,
    marked: (text: string, ribbon: string) => `${text} (${ribbon})`,
    larger: 'Larger',
    smaller: 'Smaller',
    zoom: (percent: string) => `${percent}%`,
    nextPage: 'Next page of the paper',
    previousPage: 'Previous page of the paper',
    drawing: 'Drawing the pages',
    none: 'There is no page to show yet.',
  },

  instalments: {
    label: (n: string) => `Instalments, ${n} in all`,
    place: (n: string, of: string) => `${n} of ${of}`,
    due: (day: string) => `due ${day}`,
    states: {
      kept: 'kept',
      grace: 'in grace',
      part: 'part-kept',
      to_come: 'to come',
      broken: 'missed',
      waived: 'missed, let stand',
    },
  },

  pad: { clear: 'Clear' },

  work: { next: 'Next thing to do', previous: 'Previous thing to do' },

  progress: {
    counted: (label: string, done: string, of: string) => `${label}: ${done} of ${of}`,
    cancelling: 'Stopping…',
    phases: {
      reading: 'Reading rows',
      matching: 'Comparing with the book',
      writing: 'Writing',
      drawing: 'Drawing the letters',
    },
  },

  table: {
    select: 'Select',
    selectRow: (name: string) => `Select ${name}`,
    selectAll: 'Select all rows',
  },
};
