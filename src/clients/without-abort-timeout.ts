/**
 * Platforms whose `AbortSignal` has no `timeout`, and throws where it is called, by the package that
 * a program for them depends on. React Native up to 0.83 brings `abort-controller` 3, which has
 * neither `timeout` nor `any`.
 */
export const withoutAbortTimeout: readonly string[] = ['react-native'];
