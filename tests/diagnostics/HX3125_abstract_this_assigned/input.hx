abstract Counter(Int) {
	public function reset() {
		this = 0;
	}

	public inline function clear() {
		this = 0;
	}
}
