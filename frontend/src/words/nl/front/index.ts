export * from './front';
export * from './links';
export * from './lost-link';
export * from './opening';
