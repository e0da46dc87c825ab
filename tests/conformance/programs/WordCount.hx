using StringTools;
class WordCount {
	static function main() {
		var text = "the cat and the dog and the bird";
		var counts = new Map<String, Int>();
		for (w in text.split(" ")) counts[w] = (counts.exists(w) ? counts[w] : 0) + 1;
		var words = [for (w in counts.keys()) w];
		words.sort((a, b) -> counts[b] != counts[a] ? counts[b] - counts[a] : (a < b ? -1 : 1));
		for (w in words) Sys.println(w.rpad(" ", 5) + counts[w]);
	}
}
