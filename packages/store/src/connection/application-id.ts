/** "heed" in ASCII: distinguishes an SQLite file of Heed from those of other programs. */
export const applicationId = 0x68656564;
