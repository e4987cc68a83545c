@main
struct Backfile {
  static func main() {}
}
