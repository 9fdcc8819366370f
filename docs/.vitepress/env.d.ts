declare module '*.vue' {
  /** A component; what it takes is known to Vue's own compiler alone. */
  const component: object;
  export default component;
}
declare module 'virtual:linter-address' {
  /** The linter's script, relative to the site's root. */
  const address: string;
  export default address;
}
declare module '*.css';
