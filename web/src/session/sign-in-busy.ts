/** The sign-in service answered, but not the question: there is a network, and asking again later may succeed. */
export class SignInBusy extends Error {}
