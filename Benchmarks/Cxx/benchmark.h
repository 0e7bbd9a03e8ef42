// What the C++ side of the benchmarks shares: rounds on request, measured in processor time.
#pragma once

#include <time.h>

#include <iomanip>
#include <iostream>
#include <string>

/// What a round gives: the figure in the benchmark's own unit, and what was computed.
struct Measurement {
  double value;
  double check;
};

/// Seconds of this thread's processor time that `body` takes.
template <class Body>
double measure(Body&& body) {
  auto now = [] {
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
  };
  double start = now();
  body();
  return now() - start;
}

/// Runs a round for each line of the standard input, and answers with its measurement as JSON.
template <class Round>
void serve(Round&& round) {
  for (std::string line; std::getline(std::cin, line);) {
    Measurement measured = round();
    std::cout << std::setprecision(17) << "{\"value\": " << measured.value
              << ", \"check\": " << measured.check << "}" << std::endl;
  }
}
