declare module '*.vue' {
  const component: import('vue').DefineComponent;
  export default component;
}
declare module 'virtual:linter-address' {
  /** The linter's script, relative to the site's root. */
  const address: string;
  export default address;
}
declare module '*.css';
