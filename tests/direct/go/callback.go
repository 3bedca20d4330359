// Package direct attacks what Ferrobind generates for calls that need no cgo.
package direct

/*
#include <pthread.h>

extern void calledBack(void);

static void *run(void *unused) {
	calledBack();
	return unused;
}

static void call_back(void) { calledBack(); }

static int on_thread(void) {
	pthread_t thread;
	return pthread_create(&thread, 0, run, 0) != 0 || pthread_join(thread, 0) != 0;
}
*/
import "C"

var inCallback func()

//export calledBack
func calledBack() { inCallback() }

// callBack runs f in a call from C.
func callBack(f func()) {
	inCallback = f
	C.call_back()
}

// onThread runs f in a call from C, on a thread that Go has not made.
func onThread(f func()) bool {
	inCallback = f
	return C.on_thread() == 0
}
