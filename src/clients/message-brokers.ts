/** Names of clients of message brokers. Read from amqplib 2.3.1, amqp-connection-manager 5.0.0 and kafkajs 2.2.4. */
interface MessageBrokers {
  readonly modules: readonly string[];
  /** Methods that are given a function for messages, and options that hold one. */
  readonly methods: readonly string[];
  readonly options: readonly string[];
  /** Methods that refuse a message, and the argument that says whether it goes back to its queue. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Methods that set a queue up: the second argument holds its options. */
  readonly setUps: readonly string[];
  /** Options that say where refused messages go; dotted paths. */
  readonly deadLetters: readonly (readonly string[])[];
}

export const messageBrokers: MessageBrokers = {
  modules: ['amqplib', 'amqp-connection-manager', 'kafkajs'],
  methods: ['consume'],
  options: ['eachMessage', 'eachBatch'],
  refusals: { nack: 2, reject: 1 },
  setUps: ['assertQueue'],
  deadLetters: [['deadLetterExchange'], ['arguments', 'x-dead-letter-exchange']],
};
