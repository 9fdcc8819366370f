/**
 * What frameworks of user interfaces run when a component goes away: functions that take a callback,
 * and methods. Read from vue 3.5.25, svelte 5.43.2, solid-js 1.9.10, @angular/core 21.0.0,
 * react 19.3.1 and lit 3.3.1.
 */
export const pageEnds: ReadonlySet<string> = new Set([
  'onUnmounted',
  'onBeforeUnmount',
  'onScopeDispose',
  'onDestroy',
  'onCleanup',
  'ngOnDestroy',
  'componentWillUnmount',
  'disconnectedCallback',
]);
