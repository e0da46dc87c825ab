abstract Amount(Int) {
	@:op(A + B) static function add(left:Amount, right:Amount):Amount {
		return left + right;
	}
}
