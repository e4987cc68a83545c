import Glibc

// benchmarks CORPORA [NAME…]: all of them, or those named.
let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first else {
  print("usage: benchmarks CORPORA [\(Benchmark.all.map(\.name).joined(separator: "|"))…]")
  exit(2)
}
let names = arguments.dropFirst()
for benchmark in Benchmark.all where names.isEmpty || names.contains(benchmark.name) {
  try benchmark.run(folder)
}
