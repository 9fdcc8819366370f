/** Words that the names of clients of an application's own stores and brokers are made of. */
export const storeWords: readonly string[] =
  'redis db database pg postgres prisma mongo mysql sql cache memcached kafka mqtt amqp query socket'.split(
    ' ',
  );

/** Words that the packages of such clients are called by, besides. */
export const storeDrivers: readonly string[] =
  'ioredis valkey mongodb mongoose mysql2 mariadb postgresql mssql sqlite sqlite3 amqplib kafkajs'.split(
    ' ',
  );
