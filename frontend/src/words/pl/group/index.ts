export * from './group';
export * from './group-leading';
export * from './new-group';
