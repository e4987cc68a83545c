/// What libFuzzer calls with each input; `fuzz` is in the target's file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(UnsafeBufferPointer(start: start, count: count))
  return 0
}
