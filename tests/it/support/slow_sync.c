/* A disk as the tests want it: slow to sync, or full.
 *
 * SLOW_SYNC_MS=200        each fsync and fdatasync takes that long
 * FULL_WHILE=PATH         writing to a book fails while there is a file at PATH
 * FULL_FROM=N             the N-th write to a book fails, and all after it
 *
 * Loaded with LD_PRELOAD. A book is a file with ".minutebook" in its name,
 * its journal among them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static void wait_a_while(void) {
    const char *said = getenv("SLOW_SYNC_MS");
    long ms = said ? atol(said) : 0;
    struct timespec rest = {ms / 1000, (ms % 1000) * 1000000L};
    if (ms > 0) nanosleep(&rest, NULL);
}

static int is_book(int fd) {
    char link[64], name[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t len = readlink(link, name, sizeof name - 1);
    if (len < 0) return 0;
    name[len] = 0;
    return strstr(name, ".minutebook") != NULL;
}

static int is_full(int fd) {
    static int written = 0;
    const char *flag = getenv("FULL_WHILE"), *from = getenv("FULL_FROM");
    if ((!flag && !from) || !is_book(fd)) return 0;
    written++;
    return (flag && access(flag, F_OK) == 0) || (from && written >= atoi(from));
}

int fsync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_a_while();
    return real(fd);
}

int fdatasync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_a_while();
    return real(fd);
}

ssize_t write(int fd, const void *bytes, size_t len) {
    ssize_t (*real)(int, const void *, size_t) =
        (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    if (is_full(fd)) { errno = ENOSPC; return -1; }
    return real(fd, bytes, len);
}

ssize_t pwrite(int fd, const void *bytes, size_t len, off_t at) {
    ssize_t (*real)(int, const void *, size_t, off_t) =
        (ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
    if (is_full(fd)) { errno = ENOSPC; return -1; }
    return real(fd, bytes, len, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t len, off64_t at) {
    ssize_t (*real)(int, const void *, size_t, off64_t) =
        (ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
    if (is_full(fd)) { errno = ENOSPC; return -1; }
    return real(fd, bytes, len, at);
}
