import type { Messages } from '../language.ts';

export const invitation: Messages['invitation'] = {
  invite: {
    title: 'Invite to the class',
    lead: 'Open a code and people join by themselves with their phones.',
    open: 'Open a class code',
    opening: 'Opening',
    lastDay: 'Works until the end of',
    places: 'How many may join',
    code: 'Class code',
    facts: (left, of, day) => `${left} of ${of} places left, until the end of ${day}.`,
    qr: (name) => `QR code to join ${name}`,
    sheet: 'Print an A4 sheet',
    renew: 'Make a new code',
    renewAsk: 'The present code stops working. Sheets have to be printed again.',
    close: 'Close the code',
    closeAsk: 'Nobody more can join. Whoever joined stays.',
    yes: 'Yes',
    no: 'No',
    working: 'Working',
  },
  sheet: {
    title: 'Invitation to the class',
    back: 'Invite to the class',
    print: 'Print the invitation',
    noCode: 'The class has no open code. Open one on the class page first.',
    scan: 'Scan with a phone’s camera',
    or: (address) => `or open ${address} and type the code:`,
    until: (day) => `Works until the end of ${day}`,
    free: 'Free. Only your name is needed.',
  },
};
