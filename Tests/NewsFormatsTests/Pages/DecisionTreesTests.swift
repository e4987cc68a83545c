import Testing

@testable import NewsFormats

struct DecisionTreesTests {
  /// Trees that ask for the first numbers; each leaf is worth its own number.
  private func trees(_ count: Int) -> DecisionTrees {
    var trees = DecisionTrees(base: -0.5)
    for tree in 0..<count {
      let questions = (0..<DecisionTrees.depth).map {
        DecisionTrees.Question(
          measure: Int32($0), bound: DecisionTrees.storable(Float(tree) - 0.75))
      }
      let leaves = (0..<1 << DecisionTrees.depth).map { Float($0) / 1024 }
      trees.append(questions, leaves: leaves)
    }
    return trees
  }

  @Test func theAnswersAreTheNumberOfTheLeaf() {
    let trees = trees(1)
    #expect(trees.score([-1, -1, -1, -1, -1, -1]) == -0.5)
    #expect(trees.score([1, -1, -1, -1, -1, -1]) == -0.5 + 1 / 1024)
    #expect(trees.score([-1, -1, 1, -1, -1, 1]) == -0.5 + 36 / 1024)
  }

  @Test func aBoundItselfIsNotLarger() {
    #expect(trees(1).score([-0.75, -1, -1, -1, -1, -1]) == -0.5)
  }

  @Test func treesAreWrittenAndReadAgain() {
    let written = trees(3)
    let read = DecisionTrees(written.encoded + "\n")
    #expect(read.questions == written.questions)
    #expect(read.leaves == written.leaves)
    #expect(read.base == written.base)
  }

  @Test(arguments: [-3.14159, -1e-9, 0, 0.1, 7, 123_456] as [Float])
  func whatIsStorableIsStoredAsItIs(bound: Float) {
    let stored = DecisionTrees.storable(bound)
    #expect(DecisionTrees.storable(stored) == stored)
    #expect(abs(stored - bound) <= abs(bound) / 256)
  }

  @Test func theLearntModelFitsItsMeasures() {
    let html = "<h1>Ferry</h1><p>The ferry sailed again on Monday; many stood there.</p>"
    let document = HTMLDocument(Array(html.utf8))
    let page = PageBlocks(document)
    let meta = MetaElements(document)
    let features = PageFeatures(document, page, title: nil)
    let declared = DeclaredText(title: nil, meta, StructuredData(document, []))
    let measures = BlockMeasures(document, page, features, declared, scores: [0, 1])
    var values: [Float] = []
    measures.append(of: 0, to: &values)
    let count = values.count
    measures.append(of: 1, to: &values)
    #expect(values.count == 2 * count)
    let learnt = BlockModel.learnt.second
    #expect(learnt.questions.allSatisfy { Int($0.measure) < count })
    #expect(!learnt.leaves.isEmpty)
  }
}
