class SeveralLines {
	static function main() {
		take({
			x: 1,
			y: "😀"
		});
	}

	static function take(n:Int) {}
}
