internal import ArchiveExport
internal import ArchiveQuery
public import ArchiveStorage
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// Serves a site over HTTP/1.1: the only file that knows sockets.
///
/// The event loops move bytes and nothing else; requests are answered by the threads of a ``ReaderPool``.
public final class SocketServer: Sendable {
  /// What a client may do.
  enum Limits {
    /// Bytes of the request line and of all header fields.
    static let head = 16 << 10
    /// Bytes of a body: a form with a note.
    static let body = 1 << 20
    /// How long a client may take to send a request.
    static let requestTime = TimeAmount.seconds(10)
    /// How long a connection may be idle between requests, and a client may not read what it is sent.
    static let idleTime = TimeAmount.seconds(60)
    static let connections = 256
  }

  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel
  private let pool: ReaderPool
  /// The port it listens at: the system's choice where 0 was asked for.
  public let port: Int

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - host: The address to listen at.
  ///   - port: The port; 0 for any that is free.
  ///   - archive: The archive.
  ///   - threads: How many questions are answered at once.
  ///   - limit: How long a question may take.
  ///   - makeSite: Makes the site, given the port.
  /// - Throws: ``ServerError`` where it cannot listen there.
  public init(
    host: String, port: Int, archive: Archive, threads: Int, limit: Duration,
    site makeSite: @Sendable (Int) -> Site
  ) throws {
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    pool = try ReaderPool(archive, threads: threads, limit: limit)
    let state = ServerState(pool)
    do {
      channel = try ServerBootstrap(group: group)
        .serverChannelOption(.backlog, value: 256)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            guard state.admit(channel) else { throw ChannelError.ioOnClosedChannel }
            try Self.configure(channel, state)
          }
        }
        .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
        .bind(host: host, port: port).wait()
    } catch {
      pool.close()
      try? group.syncShutdownGracefully()
      throw ServerError(error, host: host, port: port)
    }
    self.port = channel.localAddress?.port ?? port
    let site = makeSite(self.port)
    state.open(site)
    _ = pool.submit(
      ReaderPool.Work(interest: ReaderPool.Interest()) { reader in
        // The first who asks for the home page or a speaker need not wait for that.
        if case .success(let reader) = reader { site.prepare(reader) }
      })
  }

  /// Waits until ``stop()`` was called, and all is closed.
  public func wait() throws {
    try channel.closeFuture.wait()
    pool.close()
    try group.syncShutdownGracefully()
  }

  /// Ends: no new connection is taken, and those that are there are closed.
  public func stop() { channel.close(promise: nil) }

  private static func configure(_ channel: any Channel, _ state: ServerState) throws {
    var limits = NIOHTTPDecoderLimitConfiguration()
    (limits.maxHeaderFieldSize, limits.maxHeaderListSize) = (Limits.head, Limits.head)
    limits.maxHeaderFieldCount = 100
    try channel.pipeline.syncOperations.configureHTTPServerPipeline(
      position: .last, withPipeliningAssistance: true, withServerUpgrade: nil,
      withErrorHandling: true, withOutboundHeaderValidation: true,
      withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
    try channel.pipeline.syncOperations.addHandler(ConnectionHandler(state))
  }
}

/// Why a server could not begin.
public struct ServerError: Error, CustomStringConvertible {
  let message: String
  /// One sentence, and the remedy.
  public var description: String { message }

  init(message: String) { self.message = message }

  init(_ error: any Error, host: String, port: Int) {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      message =
        "port \(port) is taken by another program; "
        + "`backfile serve --port \(port < 65_535 ? port + 1 : 8001)` takes another one"
    case EACCES:
      message = "port \(port) may not be used by this user; ports from 1024 on may"
    case EADDRNOTAVAIL:
      message = "\(host) is no address of this machine; without --host it is 127.0.0.1"
    default: message = "cannot listen at \(host), port \(port): \(error)"
    }
  }
}

/// What all connections share.
private final class ServerState: Sendable {
  let pool: ReaderPool
  private let current = Mutex<Site?>(nil)
  private let connections = Atomic<Int>(0)

  init(_ pool: ReaderPool) { self.pool = pool }

  func open(_ site: Site) { current.withLock { $0 = site } }
  var site: Site? { current.withLock { $0 } }

  /// Counts a connection; false where there are too many.
  func admit(_ channel: any Channel) -> Bool {
    let count = connections.add(1, ordering: .relaxed).newValue
    channel.closeFuture.whenComplete { [self] _ in connections.subtract(1, ordering: .relaxed) }
    return count <= SocketServer.Limits.connections
  }
}

/// One connection: gathers a request, has it answered, and goes on with the next.
private final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let state: ServerState
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var interest: ReaderPool.Interest?
  private var timer: Scheduled<Void>?
  private let flow = ResponseFlow()

  init(_ state: ServerState) { self.state = state }

  // MARK: Time

  func channelActive(context: ChannelHandlerContext) {
    close(context, after: SocketServer.Limits.requestTime)
    context.fireChannelActive()
  }

  private func close(_ context: ChannelHandlerContext, after time: TimeAmount) {
    timer?.cancel()
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    interest?.end()
    flow.close()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      (self.head, body) = (head, [])
      if timer == nil { close(context, after: SocketServer.Limits.requestTime) }
      let size = head.headers.reduce(head.uri.utf8.count) {
        $0 + $1.name.utf8.count + $1.value.utf8.count + 4
      }
      if size > SocketServer.Limits.head { refuse(context, .requestHeaderFieldsTooLarge) }
    case .body(let part):
      guard head != nil else { return }
      guard body.count + part.readableBytes <= SocketServer.Limits.body else {
        return refuse(context, .payloadTooLarge)
      }
      body += part.readableBytesView
    case .end:
      guard let head else { return }
      self.head = nil
      timer?.cancel()
      timer = nil
      answer(head, context)
    }
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard let site = state.site else { return refuse(context, .serviceUnavailable) }
    let method = Request.Method(name: head.method.rawValue)
    var headers: [String: String] = [:]
    for field in head.headers {
      let name = field.name.lowercased()
      guard Request.knownHeaders.contains(name) else { continue }
      // Of two hosts or origins one would be a lie.
      if headers[name] != nil { return refuse(context, .badRequest) }
      headers[name] = field.value
    }
    let request = Request(method, head.uri, headers: headers, body: body)
    body = []
    let interest = ReaderPool.Interest()
    self.interest = interest
    let writer = ResponseWriter(
      channel: context.channel, flow: flow, isHead: method == .head, keepsAlive: head.isKeepAlive,
      isOldVersion: head.version.minor == 0)
    let handler = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let eventLoop = context.eventLoop
    let work = ReaderPool.Work(interest: interest) { reader in
      writer.answer(request, from: reader, site)
      eventLoop.execute {
        let (this, context) = handler.value
        // The next request has its own time to come, unless it is there already.
        guard this.interest === interest else { return }
        this.interest = nil
        this.close(context, after: SocketServer.Limits.idleTime)
      }
    }
    if !state.pool.submit(work) { refuse(context, .serviceUnavailable) }
  }

  /// Answers without asking anybody, and closes.
  private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponseStatus) {
    (head, body) = (nil, [])
    var headers = HTTPHeaders([
      ("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close"),
    ])
    for field in Security.headers { headers.add(name: field.name, value: field.value) }
    let text = status.reasonPhrase + "\n"
    headers.add(name: "Content-Length", value: String(text.utf8.count))
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))),
      promise: nil)
    context.write(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}

/// Whether the connection that an answer goes to is still there.
private final class ResponseFlow: Sendable {
  private let isClosed = Atomic<Bool>(false)

  func close() { isClosed.store(true, ordering: .relaxed) }
  var hasClosed: Bool { isClosed.load(ordering: .relaxed) }
}

/// Sends one answer from a thread of the pool.
private struct ResponseWriter: Sendable {
  let channel: any Channel
  let flow: ResponseFlow
  let isHead: Bool
  let keepsAlive: Bool
  let isOldVersion: Bool

  func answer(
    _ request: Request, from reader: Result<ArchiveReader, any Error>, _ site: Site
  ) {
    var hasBegun = false
    do {
      switch reader {
      case .success(let reader):
        try site.answer(request, from: reader) { response in
          // A table of everything takes as long as its reader wants it to.
          if isStream(response) { reader.limitTime(to: nil) { [flow] in flow.hasClosed } }
          try send(response, hasBegun: &hasBegun)
        }
      case .failure(let error):
        let message = (error as? StorageError)?.message ?? String(describing: error)
        try send(site.response(to: request, 503, message), hasBegun: &hasBegun)
      }
    } catch {
      // An answer that breaks off must not look whole.
      if !hasBegun, !flow.hasClosed {
        let failed = site.response(to: request, 500, "The server could not do that.")
        if (try? send(failed, hasBegun: &hasBegun)) != nil { return }
      }
      channel.close(promise: nil)
    }
  }

  private func send(_ response: Response, hasBegun: inout Bool) throws {
    var head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status))
    for field in response.headers { head.headers.add(name: field.name, value: field.value) }
    let closes = !keepsAlive || isStream(response) && isOldVersion
    if closes { head.headers.add(name: "Connection", value: "close") }
    switch response.body {
    case .bytes(let bytes):
      head.headers.add(name: "Content-Length", value: String(bytes.count))
      hasBegun = true
      let (head, sent) = (head, isHead ? [] : bytes)
      // One turn of the event loop, one system call.
      channel.eventLoop.execute { [channel] in
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        if !sent.isEmpty {
          channel.write(
            HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: sent))), promise: nil)
        }
        let end = channel.writeAndFlush(HTTPServerResponsePart.end(nil))
        if closes { end.whenComplete { _ in channel.close(promise: nil) } }
      }
    case .stream(let write):
      hasBegun = true
      channel.write(HTTPServerResponsePart.head(head), promise: nil)
      if !isHead {
        let sink = ByteSink { block in
          guard !flow.hasClosed else { throw ChannelError.ioOnClosedChannel }
          // Waits until the client has taken it: memory does not grow with the answer.
          let stall = channel.eventLoop.scheduleTask(in: SocketServer.Limits.idleTime) {
            channel.close(promise: nil)
          }
          defer { stall.cancel() }
          try channel.writeAndFlush(
            HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: block)))
          ).wait()
        }
        try write(sink)
        try sink.flush()
      }
      let end = channel.writeAndFlush(HTTPServerResponsePart.end(nil))
      if closes { end.whenComplete { [channel] _ in channel.close(promise: nil) } }
    }
  }

  private func isStream(_ response: Response) -> Bool {
    if case .stream = response.body { return true }
    return false
  }
}
